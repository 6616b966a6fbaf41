// NewsroomIndex
